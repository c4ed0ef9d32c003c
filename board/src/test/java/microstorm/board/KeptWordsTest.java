package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser keeps of words, and what a page has while the browser is full. */
class KeptWordsTest {

  /** A browser with storage that can be full. */
  private static final String BROWSER =
      """
      (() => {
        globalThis.full = false;
        const refuse = () => { if (full) throw new Error('full'); };
        const hidden = (value) => ({value, enumerable: false});
        globalThis.localStorage = Object.defineProperties({}, {
          getItem: hidden(function (key) { return this[key] ?? null; }),
          setItem: hidden(function (key, value) { refuse(); this[key] = value; }),
          removeItem: hidden(function (key) { delete this[key]; })});
        globalThis.stored ??= {seats: new Map(), teams: new Map(), outbox: new Map()};
        const soon = (act) => Promise.resolve().then(act);
        const ended = (transaction, result) => {
          soon(() => full ? transaction.onabort() : transaction.oncomplete());
          return {result};
        };
        const storeOf = (transaction, stored) => ({
          put: (value, key) => ended(transaction, full || stored.set(key, value)),
          get: (key) => { soon(() => transaction.oncomplete()); return {result: stored.get(key)}; },
          delete: (key) => { soon(() => transaction.oncomplete()); return {result: stored.delete(key)}; },
          openCursor: () => {
            const asked = {};
            const entries = [...stored];
            const step = () => {
              const [key, value] = entries.shift() ?? [];
              asked.result = key && {key, value, continue: () => soon(step)};
              asked.onsuccess();
              if (!key) transaction.oncomplete();
            };
            soon(step);
            return asked;
          }});
        const begin = (name) => {
          const transaction = {};
          transaction.objectStore = () => storeOf(transaction, stored[name]);
          return transaction;
        };
        globalThis.indexedDB = {open: () => {
          const asked = {result: {transaction: begin}};
          soon(() => asked.onsuccess());
          return asked;
        }};
      })()""";

  @RegisterExtension static final Model model = new Model();

  @BeforeEach
  void openTheBrowser() {
    model.eval(BROWSER);
  }

  /** What a promise brings. */
  private static String result(String promise) {
    model.eval("void (%s).then(r => globalThis.result = r)".formatted(promise));
    Value result = model.eval("JSON.stringify(globalThis.result) ?? 'nothing'");
    return result.asString();
  }

  @Test
  void anEntryThatTheBrowserDoesNotTakeIsInThePage() {
    assertThat(result("model.put('outbox', 'a', 1)")).isEqualTo("true");
    model.eval("globalThis.full = true");
    assertThat(result("model.put('outbox', 'b', 2)")).isEqualTo("false");
    assertThat(model.eval("stored.outbox.has('b')").asBoolean()).isFalse();
    assertThat(result("model.get('outbox', 'b')")).isEqualTo("2");
    assertThat(result("model.all('outbox')")).isEqualTo("[1,2]");
    assertThat(model.eval("model.keeps").asBoolean()).isFalse();
  }

  @Test
  void thePageHasTheNewerEntryUntilTheBrowserTakesIt() {
    result("model.put('seats', 'c', 'old')");
    model.eval("globalThis.full = true");
    result("model.put('seats', 'c', 'new')");
    assertThat(result("model.get('seats', 'c')")).isEqualTo("\"new\"");
    assertThat(result("model.all('seats')")).isEqualTo("[\"new\"]");
    model.eval("globalThis.full = false");
    result("model.put('seats', 'c', 'newer')");
    assertThat(model.eval("stored.seats.get('c')").asString()).isEqualTo("newer");
  }

  @Test
  void anEntryThatIsRemovedIsGoneFromThePage() {
    model.eval("globalThis.full = true");
    result("model.put('teams', 'd', 4).then(() => model.remove('teams', 'd'))");
    assertThat(result("model.get('teams', 'd')")).isEqualTo("nothing");
    assertThat(result("model.all('teams')")).isEqualTo("[]");
  }

  @Test
  void theBoxIsEmptyAtOnceAndTheBrowserKeepsItsWordsUntilTheyAreElsewhere() {
    model.eval("globalThis.draft = new model.Draft('s')");
    model.eval("draft.set('some words')");
    model.eval("void draft.empty(new Promise(done => globalThis.kept = done))");
    assertThat(model.eval("draft.text").asString()).isEmpty();
    assertThat(model.eval("new model.Draft('s').text").asString()).isEqualTo("some words");
    model.eval("kept()");
    assertThat(model.eval("new model.Draft('s').text").asString()).isEmpty();
  }

  @Test
  void refusedWordsComeBackOnce() {
    model.eval("globalThis.draft = new model.Draft('s')");
    model.eval("draft.set('typed since')");
    model.eval("draft.bringBack('refused')");
    model.eval("draft.bringBack('refused')");
    assertThat(model.eval("draft.text").asString()).isEqualTo("refused\ntyped since");
  }

  @Test
  void aFormForgetsOnlyWhatHasArrived() {
    model.eval("globalThis.form = new model.FormDraft('s/action')");
    model.eval("form.replace({what: 'sent', who: 'Ana'})");
    model.eval("globalThis.sent = form.all");
    model.eval("form.set('what', 'typed since')");
    model.eval("form.sent(sent)");
    assertThat(model.eval("JSON.stringify(new model.FormDraft('s/action').all)").asString())
        .isEqualTo("{\"what\":\"typed since\"}");
  }

  @Test
  void allTypedWordsOfTheDeviceAreFound() {
    model.eval("new model.Draft('s').set('{half')");
    model.eval("new model.FormDraft('s/action').replace({what: 'an action', by: '2026-01-01'})");
    model.eval("localStorage.setItem('language', 'de')");
    assertThat(model.eval("JSON.stringify(model.typedWords())").asString())
        .isEqualTo("[\"{half\",\"an action\"]");
    model.eval("model.forgetDrafts('s')");
    assertThat(model.eval("JSON.stringify(model.typedWords())").asString()).isEqualTo("[]");
  }
}
