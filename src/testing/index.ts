export { scenarioToken } from "../mocks/scenarioToken.js";
export { type BuildMeOverrides, buildMe } from "./buildMe.js";
export { createTestQueryClient } from "./createTestQueryClient.js";
export { expectNoTokenInCache } from "./expectNoTokenInCache.js";
