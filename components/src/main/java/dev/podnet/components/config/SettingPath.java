package dev.podnet.components.config;

/** Where a setting stands, written as users write it: {@code podnet:pools[0].size}. */
public record SettingPath(String text) {
  static final SettingPath ROOT = new SettingPath("");

  /** The path of a top-level setting. */
  public static SettingPath of(String key) {
    return ROOT.key(key);
  }

  public SettingPath key(String key) {
    return new SettingPath(text.isEmpty() ? ConfigReader.NAMESPACE + key : text + "." + key);
  }

  public SettingPath index(int i) {
    return new SettingPath(text + "[" + i + "]");
  }

  @Override
  public String toString() {
    return text.isEmpty() ? ConfigReader.NAMESPACE : text;
  }
}
