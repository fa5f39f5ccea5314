namespace Mhcs.Portal.Ui;

/// <summary>What a colour means. It never stands without its word.</summary>
public enum Tone { Plain, Info, Good, Warn, Bad }
