import { useScimMe, useUpdateScimMe } from "../src/index.ts";

export function Rename() {
  const me = useScimMe();
  const update = useUpdateScimMe();

  return (
    <form action={(form) => update.mutate({ title: String(form.get("title")) })}>
      <input name="title" aria-label="Job title" defaultValue={me.data?.title} />
      <button type="submit">{update.isPending ? "Saving…" : "Save"}</button>
      {update.error && <p role="alert">Not saved: {update.error.reason}</p>}
    </form>
  );
}
