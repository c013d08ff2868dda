import { useScimMe, useUpdateScimMe } from "../src/index.ts";

export function Rename() {
  const me = useScimMe();
  const update = useUpdateScimMe();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ title: String(new FormData(event.currentTarget).get("title")) });
      }}
    >
      <input name="title" aria-label="Job title" defaultValue={me.data?.title} />
      <button type="submit">{update.isPending ? "Saving…" : "Save"}</button>
      {update.error && <p role="alert">Not saved: {update.error.reason}</p>}
    </form>
  );
}
