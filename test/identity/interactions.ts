import express, { Router } from "express";
import type { Provider } from "oidc-provider";
import { consentPage, loginPage } from "./page.ts";
import type { Person } from "./people.ts";

/** The pages on which a person signs in and, where an app insists on it, consents. */
export function createInteractions(provider: Provider, people: readonly Person[]): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false }));

  router.get("/:uid", async (request, response) => {
    const { prompt, params } = await provider.interactionDetails(request, response);
    const { clientId, scope } = {
      clientId: String(params.client_id),
      scope: String(params.scope),
    };
    const consent = prompt.name === "consent";
    const html = consent
      ? consentPage(request.originalUrl, clientId, scope)
      : loginPage(request.originalUrl, false);
    response.set("Cache-Control", "no-store").send(html);
  });

  router.post("/:uid", async (request, response) => {
    const { prompt } = await provider.interactionDetails(request, response);
    if (prompt.name === "consent") {
      return provider.interactionFinished(request, response, { consent: {} });
    }
    const { login, password } = request.body as {
      login?: string;
      password?: string;
    };
    const person = people.find((one) => one.login === login && one.password === password);
    if (person === undefined) {
      return void response.status(401).send(loginPage(request.originalUrl, true));
    }
    const accountId = person.user.id;
    await provider.interactionFinished(request, response, {
      login: { accountId },
    });
  });
  return router;
}
