/** The forms in which a verification is shown: each has `name`, `note` and `code(request)`. */

import * as curl from "./code-curl.js";
import * as java from "./code-java.js";
import * as javascript from "./code-javascript.js";

export const LANGUAGES = [curl, java, javascript];
