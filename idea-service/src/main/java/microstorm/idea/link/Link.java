package microstorm.idea.link;

import java.util.UUID;

/**
 * A web page that an idea's text names.
 *
 * @param position its place among the links of the idea, from 0
 * @param title the words that stand for it; the address where there are none
 * @param url the address, http or https
 */
public record Link(UUID id, UUID ideaId, int position, String title, String url) {}
