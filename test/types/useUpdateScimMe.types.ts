// Compiled by `npm run typecheck`, never run: what the types promise of a change.
import {
  type ScimMe,
  type ScimMeChanges,
  type ScimMeError,
  useUpdateScimMe,
} from "../../src/index.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? 1 : 0;
const isTrue = <_ extends 1>(): void => {};

export function usePromises(me: ScimMe): void {
  const update = useUpdateScimMe(() => "token", { method: "PUT", ifMatch: '"1"' });
  isTrue<Equal<typeof update.data, ScimMe | undefined>>();
  isTrue<Equal<typeof update.error, ScimMeError | null>>();
  isTrue<Equal<typeof update.variables, ScimMeChanges | undefined>>();
  isTrue<Equal<ReturnType<typeof update.mutateAsync>, Promise<ScimMe>>>();

  update.mutate({ title: "Guide", nickName: null, locale: undefined, active: true });
  update.mutate({ name: { givenName: "Ana", formatted: null }, emails: [], addresses: null });
  update.mutate({ enterprise: { department: null, manager: { value: "2" }, floor: 3 } });
  update.mutate({
    extensions: { "urn:example:1.0:User": { seat: null }, "urn:example:2.0:User": null },
  });
  update.mutate({ ...me, title: "Guide" });

  const other = useUpdateScimMe(undefined, {
    onMutate: () => "context" as const,
    onError: (error, changes, context) => {
      isTrue<Equal<typeof error, ScimMeError>>();
      isTrue<Equal<typeof changes, ScimMeChanges>>();
      isTrue<Equal<typeof context, "context" | undefined>>();
    },
  });
  isTrue<Equal<typeof other.context, "context" | undefined>>();

  // @ts-expect-error what a server assigns cannot be changed
  update.mutate({ id: "2" });
  // @ts-expect-error nor can what it says of groups
  update.mutate({ groups: [] });
  // @ts-expect-error an attribute that nobody has
  update.mutate({ nickname: "Babs" });
  // @ts-expect-error a department is text
  update.mutate({ enterprise: { department: 3 } });
  // @ts-expect-error an extension is an object
  update.mutate({ extensions: { "urn:example:1.0:User": 3 } });
  // @ts-expect-error a list is a list
  update.mutate({ emails: "ana@example.com" });
  // @ts-expect-error it is sent as it is, and never retried
  useUpdateScimMe(undefined, { retry: 3 });
  // @ts-expect-error the function is the library's
  useUpdateScimMe(undefined, { mutationFn: async () => me });
}
