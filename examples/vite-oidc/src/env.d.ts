interface ImportMetaEnv {
  readonly VITE_ISSUER: string;
  readonly VITE_CLIENT_ID: string;
  readonly VITE_ME_ENDPOINT: string;
}
