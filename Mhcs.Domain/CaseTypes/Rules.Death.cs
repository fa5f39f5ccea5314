using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule DeathRecorded = Of("The patient’s death is recorded", p => p.DiedOn is not null);
    public static readonly Rule NoDeathRecorded = new("No death is recorded", s => s.Patient.DiedOn is null)
    {
        Otherwise = "The patient’s death is recorded: nothing is decided any more, and the case is closed from the case of the death", Mend = Mend.Patient,
    };
    public static readonly Rule DeathNotBeforeBirth = new("The death is not before the birth", s => s.Facts.Date(Facts.DiedOn) >= s.Patient.BornOn)
    {
        About = [Facts.DiedOn], Otherwise = "The date of death lies before the date of birth: correct it, and make sure that this is the right patient", Mend = Mend.Record(Facts.DiedOn),
    };
    /// <summary>On the case of the death, about the step that recorded it.</summary>
    public static readonly Rule PoliceToldOfDeath = Told("The police have been told of the death", "Tell the police of the death first", n => n.Party == Parties.Police.Key);
    public static readonly Rule EverybodyTold = Told("Everybody who has to be told has been told", "Somebody still has to be told", _ => true);
    public static readonly Rule ToldOfDeath = Told("Everybody who waited for something of this case knows of the death", "Somebody who waits for something of this case has to be told of the death first", n => n.About == AfterDeath.Stop.Label);
    public static readonly Rule NoLegalHold = new("The file is not held for an inquest, claim or inquiry", s => !s.Facts.IsYes(Facts.LegalHold))
    {
        About = [Facts.LegalHold], Otherwise = "The file is held for an inquest, claim or inquiry; close it when the hold has ended", Mend = Mend.Record(Facts.LegalHold),
    };
    public static readonly Rule LegalHold = NoLegalHold.Not("The file is held for an inquest, claim or inquiry");
    public static readonly Rule HoldIsNamed = Recorded("A hold says for what", Facts.LegalHoldDetail, "Say which inquest, claim or inquiry the file is held for", s => s.Facts.IsYes(Facts.LegalHold));

    static Rule Told(string because, string otherwise, Func<Cases.Notice, bool> which) =>
        new(because, s => s.File.Notices.Where(which).All(n => n.SentAt is not null)) { Otherwise = otherwise, Mend = Mend.SendNotices };
}
