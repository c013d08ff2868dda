import { json, serveMe } from "../scim/serveMe.js";

export interface Exchange {
  subject: string;
  /** How many exchanges of this subject were asked for, this one included. */
  times: number;
}

/** What a token endpoint says: a status and a JSON body. */
export type ExchangeAnswer = readonly [status: number, body: unknown];

export const gives = (access_token: string, expires_in: unknown = 300): ExchangeAnswer => [
  200,
  { access_token, expires_in, token_type: "Bearer", issued_token_type: "urn:example:any" },
];
export const refuses = (error: string, status = 400): ExchangeAnswer => [status, { error }];

/** A token endpoint on loopback, and what it was asked to exchange, in order. */
export async function serveExchange(
  answer: (exchange: Exchange) => ExchangeAnswer = ({ subject, times }) =>
    gives(`${subject}-elsewhere-${times}`),
) {
  const subjects: string[] = [];
  const { origin, seen } = await serveMe(async (response, { body }) => {
    const subject = new URLSearchParams(await body).get("subject_token") ?? "";
    subjects.push(subject);
    const times = subjects.filter((each) => each === subject).length;
    json(response, ...answer({ subject, times }));
  });
  return { tokenEndpoint: `${origin}/oauth2/token`, seen, subjects };
}
