namespace Mhcs.Portal.Ui;

/// <summary>The few signs of the portal; each stands beside its word, never instead of it.</summary>
public enum Glyph { Search, Menu, Close, Lock }
