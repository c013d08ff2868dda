import { expect } from "vitest";
import { ScimMeError } from "../../../src/scim/ScimMeError.js";

/** What a promise rejects with; wrapped, because thenables may be thrown too. */
export async function thrownBy(promise: Promise<unknown>): Promise<{ thrown: unknown }> {
  return promise.then(
    (value) => expect.fail(`It should reject, and gave ${JSON.stringify(value)}`),
    (thrown: unknown) => ({ thrown }),
  );
}

/** The {@link ScimMeError} that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<ScimMeError> {
  const { thrown } = await thrownBy(promise);
  expect(thrown).toBeInstanceOf(ScimMeError);
  return thrown as ScimMeError;
}
