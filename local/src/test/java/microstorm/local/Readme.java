package microstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fenced blocks of the project's README. */
final class Readme {

  private static final Path PATH = Path.of("..", "README.md");
  private static final String FENCE = "```";

  private Readme() {}

  /**
   * A fenced block.
   *
   * @param heading the heading above it
   * @param language the word after the opening fence, such as {@code sh}
   */
  record Block(String heading, String language, List<String> lines) {

    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  static List<String> lines() {
    try {
      return Files.readAllLines(PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    String heading = "";
    Block open = null;
    for (String line : lines()) {
      if (open == null && line.startsWith(FENCE)) {
        open = new Block(heading, line.substring(FENCE.length()).strip(), new ArrayList<>());
        blocks.add(open);
      } else if (open != null && line.startsWith(FENCE)) {
        open = null;
      } else if (open != null) {
        open.lines().add(line);
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ ", "");
      }
    }
    return blocks;
  }

  /** The blocks of shell commands. */
  static List<Block> commands() {
    return blocks().stream().filter(block -> block.language().equals("sh")).toList();
  }

  /** The shell commands under these headings, in one piece. */
  static String commands(Set<String> headings) {
    return commands().stream()
        .filter(block -> headings.contains(block.heading()))
        .map(Block::text)
        .collect(Collectors.joining("\n"));
  }

  /** The lines that the README shows of the demo's output. */
  static List<String> demoLines() {
    return blocks().stream()
        .filter(block -> block.language().equals("text"))
        .flatMap(block -> block.lines().stream())
        .filter(line -> !line.strip().equals("..."))
        .toList();
  }
}
