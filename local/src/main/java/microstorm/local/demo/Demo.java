package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.client.LiveStream;
import microstorm.client.Person;

/** Runs a whole session with simulated people and prints what happens. */
public final class Demo {

  private final Api api;
  private final Pace pace;
  private final Random random;
  private final Function<String, String> links;
  private final Narrator narrator;
  private final boolean joins;
  private final List<Script.Role> cast;
  private final List<Person> people = new ArrayList<>();
  private String session;
  private Person facilitator;
  private Leader leader;
  private Guest guest;

  /**
   * Creates a demo. Another seed leads to other random choices.
   *
   * @param links returns the text with the join link of a join code
   * @param joins whether the demo waits for a real person, who takes the place of the first one
   */
  public Demo(
      Api api,
      Pace pace,
      long seed,
      Function<String, String> links,
      boolean joins,
      PrintStream out) {
    this.api = api;
    this.pace = pace;
    this.random = new Random(seed);
    this.links = links;
    this.narrator = new Narrator(out);
    this.joins = joins;
    this.cast = Script.PEOPLE.subList(joins ? 1 : 0, Script.PEOPLE.size());
  }

  /** Runs the demo with an owner's token, and returns the session's id. */
  public String run(String owner) throws InterruptedException {
    plan(owner);
    LiveStream live = facilitator.stream().listen(narrator::tell);
    try {
      gather();
      writeInSilence();
      share();
      converge();
      agree();
      narrator.chapter("Closing");
      leader.to("closing").expect(202);
      new Ending(api, narrator).tell(session, owner);
    } finally {
      live.close();
    }
    return session;
  }

  private void plan(String owner) throws InterruptedException {
    narrator.chapter("A session is planned");
    JsonNode planned =
        api.post(
                "/api/sessions",
                owner,
                Map.of("title", Script.TITLE, "problem", Script.PROBLEM, "expectedSize", 6))
            .expect(201);
    session = planned.path("id").asText();
    facilitator =
        Person.join(api, session, planned.path("facilitatorCode").asText(), "Gil", "facilitator");
    leader = new Leader(facilitator, narrator);
    guest = new Guest(facilitator, narrator, pace);
    narrator.say("Open the link in a browser to watch or to take part.");
    narrator.block(links.apply(planned.path("joinCode").asText()));
    narrator.say("Problem: " + Script.PROBLEM);
    pace.pause(1);
    facilitator.inSession("/phase", Map.of("to", "lobby")).expect(200);
    narrator.refusal("Gil wants to begin", leader.to("quiet"));
    api.send("PATCH", "/api/sessions/" + session, owner, Map.of("criteria", Script.CRITERIA))
        .expect(200);
    Script.CRITERIA.forEach(criterion -> narrator.say("Criterion: " + criterion));
    for (Script.Role role : cast) {
      pace.pause(0.7);
      people.add(
          Person.join(api, session, planned.path("joinCode").asText(), role.name(), "participant"));
    }
  }

  private void gather() throws InterruptedException {
    narrator.chapter("The lobby");
    List<String> points = List.of("room", "tools", "time", "interruptions");
    api.send(
            "PUT",
            "/api/sessions/" + session + "/checklist",
            facilitator.token(),
            Map.of("ticked", points))
        .expect(200);
    narrator.say("The checklist of the environment is ticked: " + String.join(", ", points));
    pace.pause(2);
    if (joins) {
      narrator.say(
          "You are %s. The others are simulated. Join with the link: the demo waits for you."
              .formatted(Script.PEOPLE.get(0).name()));
      guest.await(people);
    }
  }

  private void writeInSilence() throws InterruptedException {
    narrator.chapter("Silent writing: nobody sees what the others write");
    leader.begin("quiet");
    pace.pause(1);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < people.size(); i++) {
        List<String> ideas = cast.get(i).ideas();
        if (round < ideas.size()) {
          pace.pause(0.5 + random.nextDouble() * 2);
          write(people.get(i), ideas.get(round));
        }
      }
    }
    Person curious = people.get(1);
    narrator.say(
        "%s looks at the board: %d ideas, all of them %s's own"
            .formatted(curious.name(), curious.board().path("ideas").size(), curious.name()));
    JsonNode own = curious.board().path("ideas").path(0).path("id");
    narrator.refusal(
        curious.name() + " wants to vote already",
        curious.onBoard("/votes", Map.of("ideaId", own.asText())));
    Answer card = people.get(2).inSession("/cards", Map.of("deck", "scamper"));
    narrator.say(
        people.get(2).name() + " is stuck and draws a card: " + card.json().path("text").asText());
    narrator.refusal("Gil wants to share", leader.to("sharing"));
    for (Person person : people) {
      pace.pause(0.5);
      person.inSession("/ready", Map.of("ready", true)).expect(200);
    }
    facilitator.inSession("/ready", Map.of("ready", true)).expect(200);
  }

  private void write(Person author, String text) {
    JsonNode posted = author.onBoard("/ideas", Map.of("text", text)).expect(201);
    narrator.say(author.name() + " writes");
    if (posted.hasNonNull("hint")) {
      narrator.say(
          "  only %s sees: %s"
              .formatted(author.name(), posted.path("hint").path("message").asText()));
      author.onBoard("DELETE", "/ideas/" + posted.path("id").asText(), Map.of()).expect(204);
      narrator.say("  " + author.name() + " takes it back");
    }
  }

  private void share() throws InterruptedException {
    narrator.chapter("Sharing: everything is on the table");
    leader.beginSharing();
    pace.pause(4);
    List<String> ideas = leader.ideas();
    Person builder = people.get(3);
    builder
        .onBoard(
            "/ideas",
            Map.of("text", "... and it is kept by whoever came last", "parentId", ideas.get(0)))
        .expect(201);
    pace.pause(2);
    facilitator
        .onBoard(
            "/groups",
            Map.of("name", "Ready to go", "ideaIds", List.of(ideas.get(0), ideas.get(1))))
        .expect(201);
    facilitator
        .onBoard(
            "/groups", Map.of("name", "Learning", "ideaIds", List.of(ideas.get(3), ideas.get(4))))
        .expect(201);
    pace.pause(2);
    facilitator.inSession("/breaks", Map.of("minutes", 5)).expect(201);
    facilitator.awaitBoard(board -> board.path("session").hasNonNull("breakId"));
    pace.pause(2);
    facilitator.inSession("DELETE", "/breaks/current").expect(204);
    pace.pause(2);
    guest.giveTime("read the ideas, build on them, and group them.");
  }

  private void converge() throws InterruptedException {
    narrator.chapter("Converging: three dots each, and nobody sees the tally");
    leader.begin("converging");
    pace.pause(1);
    List<String> ideas = leader.ideas();
    for (Person person : people) {
      for (int dot = 0; dot < 3; dot++) {
        pace.pause(0.2);
        vote(person, ideas.get(random.nextInt(ideas.size()))).expect(201);
      }
      narrator.say(person.name() + " has given three dots");
    }
    narrator.refusal(
        people.get(0).name() + " wants a fourth dot", vote(people.get(0), ideas.get(0)));
    guest.awaitReady();
    pace.pause(2);
  }

  private void agree() throws InterruptedException {
    narrator.chapter("Agreeing: the group sees its results and decides what to do");
    leader.begin("agreeing");
    String best = new Ranks(narrator).tell(facilitator.board());
    pace.pause(4);
    facilitator
        .onBoard(
            "/actions",
            Map.of(
                "text",
                "Write the list of one-hour changes",
                "owner",
                people.get(0).name(),
                "ideaId",
                best))
        .expect(201);
    pace.pause(2);
    guest.giveTime("look at the results, and agree on an action.");
  }

  private Answer vote(Person person, String idea) {
    return person.onBoard("/votes", Map.of("ideaId", idea));
  }
}
