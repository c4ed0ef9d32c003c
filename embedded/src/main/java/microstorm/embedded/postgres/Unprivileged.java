package microstorm.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import microstorm.embedded.EmbeddedServerException;

/**
 * The ways to run a program that refuses to run as root or without an account. A normal user runs
 * it directly. Root runs it in a user namespace where root has no rights (which needs no other
 * account), or, where a container forbids that, as the account "nobody".
 */
enum Unprivileged {
  AS_IT_IS(-1, List.of()),
  NAMELESS_IN_NAMESPACE(-1, List.of("unshare", "-U")),
  IN_NAMESPACE(0, List.of("unshare", "-U")),
  AS_NOBODY(65534, List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"));

  private final int owner;
  private final List<String> prefix;

  Unprivileged(int owner, List<String> prefix) {
    this.owner = owner;
    this.prefix = prefix;
  }

  static Unprivileged choose() {
    if (!"0".equals(firstLine(List.of("id", "-u")))) {
      // initdb needs a user with a name, which a container with just a user id lacks.
      boolean named = !firstLine(List.of("id", "-un")).isEmpty();
      return named || NAMELESS_IN_NAMESPACE.userId().isEmpty() ? AS_IT_IS : NAMELESS_IN_NAMESPACE;
    }
    return Stream.of(IN_NAMESPACE, AS_NOBODY)
        .filter(way -> way.userId().matches("[1-9]\\d*"))
        .findFirst()
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    "Postgres refuses to run as root, and neither unshare nor setpriv works here."
                        + " Start it as a normal user."));
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /**
   * Changes the owner of a directory tree to the account that will use it, if it has another owner.
   */
  void claim(Path tree) {
    try {
      if (owner >= 0 && !Integer.valueOf(owner).equals(Files.getAttribute(tree, "unix:uid"))) {
        chown(tree);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot change the owner of " + tree + ".", e);
    }
  }

  /**
   * Checks that the account can use a program, which it cannot in a directory that it may not
   * enter.
   *
   * @throws EmbeddedServerException if it cannot
   */
  void requireUsable(String program) {
    if (firstLine(command(List.of(program, "--version"))).isEmpty()) {
      throw new EmbeddedServerException(
          "Cannot run " + program + ". Check that other accounts may enter its directories.");
    }
  }

  private void chown(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private String userId() {
    return firstLine(command(List.of("id", "-u")));
  }

  private static String firstLine(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
