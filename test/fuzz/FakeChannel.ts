const open = new Set<FakeChannel>();

/** A `BroadcastChannel` in the test's own time. */
export class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    open.add(this);
  }

  postMessage(data: unknown): void {
    const others = [...open].filter((one) => one !== this && one.name === this.name);
    setTimeout(() => {
      for (const one of others) if (open.has(one)) one.onmessage?.({ data });
    }, 1);
  }

  close(): void {
    open.delete(this);
  }
}
