/** The origin of this page, as a provider has to allow it. */
export function Origin() {
  return <code>{window.location.origin}</code>;
}
