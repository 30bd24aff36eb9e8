import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import OpenAI, {
  APIError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from "openai";
import { openAi } from "../sandbox.js";

describe("openai: errors", () => {
  let sandbox, client;
  before(async () => {
    sandbox = await openAi();
    client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
  });

  const request = { model: "gpt-image-2", prompt: "A cup" };

  test("a wrong key is an AuthenticationError", async () => {
    const stranger = new OpenAI({ baseURL: sandbox.url, apiKey: "no-key" });

    await rejects(stranger.images.generate(request), AuthenticationError, {
      status: 401,
      code: "invalid_api_key",
      type: "invalid_request_error",
    });
  });

  const rejected = [
    [{ n: 11 }, "n", "integer_above_max_value", "invalid_request_error"],
    [{ quality: "ultra" }, "quality", "invalid_value", "invalid_request_error"],
    [{ response_format: "b64_json" }, "response_format", "unknown_parameter", "invalid_request_error"],
    [{ prompt: "" }, "prompt", "empty_string", "invalid_request_error"],
    [{ prompt: undefined }, "prompt", "missing_required_parameter", "invalid_request_error"],
    [{ size: "1500x1500" }, "size", "invalid_value", "image_generation_user_error"],
    [{ model: "dall-e-3" }, "model", "invalid_value", "image_generation_user_error"],
  ];
  for (const [change, param, code, type] of rejected) {
    test(`${JSON.stringify(change)} is a BadRequestError with ${code}`, async () => {
      const call = client.images.generate({ ...request, ...change });

      const error = await rejects(call, BadRequestError, { status: 400, param, code, type });
      assert.match(error.requestID, /^req_/);
    });
  }

  test("moderation is a BadRequestError whose categories the client can read", async () => {
    const call = client.images.generate({ ...request, prompt: "[[moderation: sexual]]" });

    const { error } = await rejects(call, BadRequestError, {
      code: "moderation_blocked",
      type: "image_generation_user_error",
      param: null,
    });
    assert.deepEqual(error.moderation_details.categories, ["sexual"]);
  });

  test("an unverified organization is a PermissionDeniedError", async () => {
    const call = client.images.generate({ ...request, prompt: "[[reject: organization_not_verified]]" });

    await rejects(call, PermissionDeniedError, { status: 403, code: null });
  });

  test("an unknown path is a NotFoundError without a body", async () => {
    await rejects(client.get("/image"), NotFoundError, { status: 404, error: undefined });
  });

  test("the client repeats a request until its rate limit is over", async () => {
    const sandbox = await openAi();
    await sandbox.failNext(2, { code: "rate_limit_exceeded", headers: { "retry-after-ms": "10" } });

    const { data } = await new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey }).images.generate(request);

    assert.equal(data.length, 1);
    assert.deepEqual(await attempts(sandbox), ["0", "1", "2"]);
  });

  for (const [code, type, status] of [
    ["rate_limit_exceeded", RateLimitError, 429],
    ["insufficient_quota", RateLimitError, 429],
    ["server_is_overloaded", InternalServerError, 503],
  ]) {
    test(`the client gives up after three times ${code}`, async () => {
      const sandbox = await openAi();
      await sandbox.failNext(3, { code, headers: { "retry-after-ms": "10" } });

      const call = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey }).images.generate(request);

      await rejects(call, type, { status, code });
      assert.deepEqual(await attempts(sandbox), ["0", "1", "2"]);
    });
  }

  /** Which attempt each request was, as the client has told in a header. */
  async function attempts(sandbox) {
    return (await sandbox.requests()).map(
      ({ headers }) => Object.entries(headers).find(([name]) => name.toLowerCase() === "x-stainless-retry-count")[1],
    );
  }

  async function rejects(call, type, expected) {
    const error = await call.then(
      () => assert.fail("The request succeeds"),
      (error) => error,
    );
    assert.ok(error instanceof APIError, error);
    assert.equal(error.constructor, type, error.message);
    for (const [name, value] of Object.entries(expected)) {
      assert.equal(error[name], value, `${name} of: ${error.message}`);
    }
    return error;
  }
});
