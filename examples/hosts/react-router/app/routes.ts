import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("api/me", "routes/me.ts"),
  route("api/session", "routes/session.ts"),
] satisfies RouteConfig;
