namespace Mhcs.Portal.Ui;

/// <summary>One thing to mend: the field's id and the sentence that also stands at the field.</summary>
public sealed record FieldError(string FieldId, string Words);
