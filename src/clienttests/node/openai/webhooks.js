import assert from "node:assert/strict";
import { describe, test } from "node:test";
import OpenAI, { InvalidWebhookSignatureError } from "openai";
import { openAi } from "../sandbox.js";

const SECRET = `whsec_${Buffer.from("a secret of the receiver").toString("base64")}`;
const TOOL = { type: "image_generation", model: "gpt-image-2" };

describe("openai: webhooks", () => {
  for (const [prompt, type] of [
    ["A cup", "response.completed"],
    ["[[fail: server_error]]", "response.failed"],
  ]) {
    test(`the client reads ${type}`, async () => {
      const { client, id, headers, body } = await respond(prompt);

      const event = await client.webhooks.unwrap(body, headers, SECRET);

      assert.equal(event.object, "event");
      assert.equal(event.type, type);
      assert.equal(event.data.id, id);
      assert.equal((await client.responses.retrieve(id)).status, type.replace("response.", ""));
    });
  }

  test("the client refuses a webhook that another secret has signed", async () => {
    const { client, headers, body } = await respond("A cup");
    const other = `whsec_${Buffer.from("another").toString("base64")}`;

    await assert.rejects(
      client.webhooks.unwrap(body, headers, other),
      InvalidWebhookSignatureError,
    );
  });

  /** What the inbox of the server has received for a response in the background. */
  async function respond(input) {
    const sandbox = await openAi();
    const inbox = `webhooks-${crypto.randomUUID()}`;
    await sandbox.change({ webhooks: [{ url: sandbox.inboxUrl(inbox), secret: SECRET }] });
    const client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
    const { id } = await client.responses.create({ model: "gpt-5", input, tools: [TOOL], background: true });
    await sandbox.advance("1s");
    const [{ headers, body }] = await sandbox.inbox(inbox);
    return { client, id, headers, body: JSON.stringify(body) };
  }
});
