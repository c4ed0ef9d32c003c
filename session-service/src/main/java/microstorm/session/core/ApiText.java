package microstorm.session.core;

/** Sentences and examples of the API description that several operations share. */
public final class ApiText {

  public static final String SESSION_ID = "The id of the session.";
  public static final String PARTICIPANT_ID = "The id of the participant in this session.";
  public static final String PARTICIPANT_NAME =
      "The name under which the participant joined or which the service chose.";
  public static final String ROLE =
      "`facilitator` leads the session and may write ideas, `participant` writes ideas, and"
          + " `observer` only follows the session.";
  public static final String BREAK_ID = "The id of the break.";

  public static final String A_SESSION = "0190a000-0000-7000-8000-000000000001";
  public static final String A_PARTICIPANT = "0190a000-0000-7000-8000-000000000002";
  public static final String A_BREAK = "0190a000-0000-7000-8000-000000000003";
  public static final String A_CODE = "K7MPX3XQDA";
  public static final String A_KEY = "6f1b0d0e-3c57-4a4e-9d1c-0b9a5b0c7d21";

  private ApiText() {}
}
