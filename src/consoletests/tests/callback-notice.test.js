import assert from "node:assert/strict";
import { test } from "node:test";
import { absenceNotice, deliveryNotice, reasonOf, relatedWarnings } from "../../main/webui/task/callback-notice.js";
import { planOf } from "../../main/webui/task/plan.js";

const NOW = Date.parse("2026-11-20T10:00:00Z");
const RUNNING = { now: NOW, isFrozen: false };
const FROZEN = { now: NOW, isFrozen: true };

function at(seconds) {
  return new Date(NOW + seconds * 1000).toISOString();
}

function task(changes) {
  const plan = { created_at: at(-1), starts_at: at(2), ends_at: at(5), outcome: { status: "completed" } };
  return { status: "pending", held: false, callback_url: "http://localhost/hook", ...plan, ...changes };
}

function callback(state, attempts, changes) {
  return { state, attempts: attempts.map((attempt, index) => ({ number: index + 1, ...attempt })), next_attempt_at: null, ...changes };
}

test("The plan says what happens next, and that a frozen clock stops it", () => {
  assert.equal(planOf(task(), RUNNING), "It starts in 2 s, at 10:00:02, and completes in 5 s, at 10:00:05.");
  assert.match(planOf(task(), FROZEN), /The clock is frozen/);
  assert.match(planOf(task({ status: "processing", outcome: { status: "failed" } }), RUNNING), /^It fails in 5 s/);
  assert.match(planOf(task({ held: true, ends_at: null }), RUNNING), /^Held: it stays pending/);
  assert.match(planOf(task({ ends_at: null }), RUNNING), /nothing ends it by itself/);
  assert.equal(planOf(task({ status: "failed" }), RUNNING), "It failed at 10:00:05, 6 s after it was created.");
});

test("A task without a callback says why", () => {
  const text = (changes, hasWebhooks = false) => absenceNotice(task(changes), hasWebhooks, RUNNING).text;
  assert.match(text({ callback_url: null }), /named no callback URL/);
  assert.match(text({}), /has not ended\. It ends in 5 s/);
  assert.match(text({ held: true, ends_at: null }), /is held/);
  assert.match(text({ ends_at: null }), /Nothing ends it/);
  assert.match(text({ callback_url: null }, true), /has not ended/);
  assert.match(text({ callback_url: null, status: "completed" }, true), /no webhook of the sandbox/);
  assert.match(text({ status: "completed" }), /no attempts are configured/);
});

test("A callback says what became of it", () => {
  const text = (...parts) => deliveryNotice(callback(...parts), RUNNING).text;
  assert.match(text("delivered", [{ result: "lost" }, { result: "delivered", status: 204 }]), /by attempt 2: .* status 204/);
  assert.match(text("sending", [{ result: "under_way" }]), /under way/);
  assert.match(text("given_up", [{ result: "refused", status: 500 }]), /Given up after 1 attempt\. .*status 500/);
  assert.match(text("waiting", [{ result: "unanswered", reason: "refused" }], { next_attempt_at: at(60) }), /did not respond: refused\. The next attempt is in 1 min/);
  assert.match(text("waiting", [], { next_attempt_at: at(60), held_by: "late" }), /The fault late postpones it\. The first attempt/);
});

test("Each result of an attempt has a reason", () => {
  assert.match(reasonOf({ result: "refused", status: 302 }), /does not follow redirects/);
  assert.match(reasonOf({ result: "forbidden", reason: "169.254.0.1 is always denied" }), /sent nothing.*always denied/);
  assert.match(reasonOf({ result: "lost", fault: "drop" }), /lost by the fault drop/);
});

test("Warnings about callbacks are relatedWarnings", () => {
  assert.deepEqual(relatedWarnings(["`callbackUrl` is not a field", "`n` is not a field"]), ["`callbackUrl` is not a field"]);
});
