namespace Mhcs.Portal.Ui;

/// <summary>How near a date is. The later it is, the quieter the chip.</summary>
public enum ChipKind { Overdue, Today, Tomorrow, Week, Later, Done }
