/** Whether a URL is one of Asgardeo's. */
export function isAsgardeo({ hostname }: URL): boolean {
  return /(?:^|\.)asgardeo\.io$/.test(hostname);
}

/** Whether a URL looks like one of Asgardeo's or of WSO2 Identity Server's. */
export function isWso2(url: URL): boolean {
  return isAsgardeo(url) || /\/scim2(?:\/|$)/i.test(url.pathname);
}
