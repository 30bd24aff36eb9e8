/** One process runs all tests against one server. */
import "./openai/images.js";
import "./openai/streams.js";
import "./openai/errors.js";
import "./openai/responses.js";
import "./openai/webhooks.js";
import "./openai/azure.js";
import "./openai/environment.js";
import "./ai/openai.js";
import "./ai/tools.js";
import "./ai/azure.js";
