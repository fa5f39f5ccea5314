namespace Mhcs.Portal.Ui;

/// <summary>The three flags that have a colour of their own: high profile, victim liaison, restricted.</summary>
public enum FlagKind { High, Contact, Locked }
