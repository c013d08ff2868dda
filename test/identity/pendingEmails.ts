import { found, type UserStore, WSO2 } from "./scimModel.ts";

interface Email {
  value: string;
  primary?: boolean;
}

/** Takes new addresses out of what was stored, and names them where WSO2 does. */
export function holdBackEmails(users: UserStore, id: string, before: unknown): void {
  const user = found(users, id);
  const known = (before ?? []) as Email[];
  const isNew = ({ value }: Email) => known.every((email) => email.value !== value);
  const pendingEmails = ((user.emails ?? []) as Email[])
    .filter(isNew)
    .map(({ value }) => ({ value }));
  if (!pendingEmails.length) return;
  const extension = { ...(user[WSO2] as object), pendingEmails };
  users.set(id, { ...user, emails: before, [WSO2]: extension });
}

/** Makes the address that waits the primary one, as the link in WSO2's message does. */
export function confirmEmail(users: UserStore, id: string): void {
  const user = found(users, id);
  const { pendingEmails, ...extension } = user[WSO2] as { pendingEmails: Email[] };
  const emails = (user.emails as Email[]).map((email) =>
    email.primary ? { ...email, ...pendingEmails[0] } : email,
  );
  users.set(id, { ...user, emails, [WSO2]: extension });
}
