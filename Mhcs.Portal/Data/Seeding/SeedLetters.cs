using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>What invented letters say, and what is answered.</summary>
static class SeedLetters
{
    static readonly string[] Topics =
    [
        "Delay of transfers from prison", "Leave in the community", "How victims are told", "Length of the discharge process", "A relative’s move nearer home", "Numbers of restricted patients",
        "The Mental Health Act 2025", "Deprivation of liberty in the community", "Tribunal waiting times", "Telephone calls on the ward", "A decision on escorted leave", "Conditions of discharge",
    ];

    static readonly string[] Grounds = ["Delay in deciding leave", "Refusal of a transfer to lower security", "A condition of discharge", "Delay of a transfer from prison", "Reasons given for a recall"];

    /// <summary>What stands on a piece of correspondence when it comes in.</summary>
    public static FactSheet Received(CaseType type, DateOnly on, Dice dice)
    {
        var mp = dice.Chance(0.4);
        var from = mp ? Facts.FromMp : dice.Pick([(Facts.FromSolicitor, 20), (Facts.FromVictim, 8), (Facts.FromPatient, 22), ("Family of a patient", 22), ("Organisation", 14), ("Member of the public", 14)]);
        var house = dice.Pick([(Facts.CommonsOrdinary, 60), (Facts.CommonsNamedDay, 25), (Facts.Lords, 15)]);
        (Fact, string?)[] facts = type.Key switch
        {
            "letter" => [(Facts.LetterKind, mp ? Facts.MpLetter : Facts.TreatOfficial), (Facts.LetterFrom, from), (Facts.Correspondent, from == Facts.FromVictim ? Facts.AVictim : Writer(from, dice)), (Facts.Organisation, mp ? dice.Pick(Words.Towns) : null), (Facts.Topic, dice.Pick(Topics)),
                (Facts.TheirReference, mp ? $"{dice.Pick(Words.Surnames)[..2].ToUpperInvariant()}{dice.Between(1000, 9999)}" : null)],
            "parliamentary-question" => [(Facts.QuestionKind, house), (Facts.Correspondent, house == Facts.Lords ? $"Lord {dice.Pick(Words.Surnames)}" : Writer(Facts.FromMp, dice)), (Facts.Topic, dice.Pick(Topics[..9])), (Facts.QuestionNumber, $"{dice.Between(10_000, 99_999)}"),
                (Facts.TabledOn, Day(on)), (Facts.NamedDay, house == Facts.CommonsNamedDay ? Day(on.AddDays(on.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? 3 : 5)) : null), (Facts.QuestionText, "To ask the Secretary of State for Justice what steps he is taking on this subject, and how many patients it concerned in the last year.")],
            "submission" => [(Facts.Correspondent, "Private office"), (Facts.Topic, dice.Pick(Topics[..9])), (Facts.CommissionedFor, Day(on.AddDays(dice.Between(6, 14)))), (Facts.CommissionAsks, "Advice on what is known, what can be said and what follows.")],
            "litigation" => [(Facts.Correspondent, Writer(Facts.FromSolicitor, dice)), (Facts.Topic, dice.Pick(Grounds)), (Facts.TheirReference, $"JR/{dice.Between(100, 999)}"), (Facts.ClaimGrounds, "The claimant says that the decision took too long and that its reasons do not follow from the reports."), (Facts.GroundsAroseOn, Day(on.AddDays(-dice.Between(8, 40))))],
            _ => [(Facts.RequestKind, dice.Chance(0.6) ? Facts.FreedomOfInformation : Facts.SubjectAccess), (Facts.Correspondent, Writer("Member of the public", dice)), (Facts.Topic, dice.Pick(Topics[..9])), (Facts.RequestAsks, "Figures for the last three years, by month, and the guidance in force.")],
        };
        return FactSheet.Of(facts.Select(f => KeyValuePair.Create(f.Item1.Key, f.Item2)));
    }

    /// <summary>An answer to a later question of these tables; null: any answer of its kind.</summary>
    public static string? Answer(Fact fact, FactSheet known, DateTimeOffset at, Dice dice)
    {
        var today = London.Day(at);
        return fact == Facts.ReplyText ? Reply(known)
            : fact == Facts.StyleAccepted || fact == Facts.DisclosureDetail || fact == Facts.Campaign ? ""
            : fact == Facts.DisclosureBasis ? Facts.ConfirmsNothing
            : fact == Facts.SentHow ? known.Text(Facts.LetterFrom) == Facts.FromVictim ? Facts.ByLiaison : dice.Pick(["By post", "By email"])
            : fact == Facts.HoldingUntil || fact == Facts.CommissionedFor ? Day(today.AddDays(dice.Between(5, 9)))
            : fact == Facts.HoldingReason ? "We are waiting for information from the hospital."
            : fact == Facts.NoReplyBecause ? "It only thanks us for an earlier reply."
            : fact == Facts.TransferredTo ? "Department of Health and Social Care"
            : fact == Facts.ClaimNumber ? $"CO/{dice.Between(100, 4999)}/{today.Year}"
            : fact == Facts.ClaimCost ? $"{dice.Between(0, 30) * 500}"
            : fact == Facts.ClaimOutcome ? known.Has(Facts.ClaimNumber) ? dice.Pick(["Permission refused", "Claim dismissed", "Settled by consent", "Withdrawn"]) : "No claim was made"
            : fact == Facts.ClaimLearning ? "Tell the hospital sooner when a report is missing, and record that we did."
            : fact == Facts.MinisterDecided ? "Agreed as recommended."
            : fact == Facts.ImpartialityConcern ? "The letter asks us to comment on a party’s policy." : fact == Facts.ImpartialityAnswer ? "Answer the facts that are published; no view on policy of a party."
            : null;
    }

    static string Reply(FactSheet known) => known switch
    {
        _ when known.Has(Facts.CommissionedFor) => Submission(known),
        _ when known.Has(Facts.QuestionText) => "Figures on restricted patients are published once a year. Those of the last year are not ready yet; they will be published in the spring.\n\nDecisions about restricted patients are taken under the Mental Health Act 1983, on the evidence of clinicians and with the safety of the public in mind.",
        _ when known.Has(Facts.ClaimGrounds) => $"Dear {known.Text(Facts.Correspondent)}\n\nThank you for your letter before claim about this subject: {known.Text(Facts.Topic)}.\n\nThe decision was taken within the time that our targets allow. Its reasons follow from the reports that we held. We do not accept that a ground for judicial review is made out, and would ask the court to refuse permission.\n\nYours sincerely",
        _ => Letter(known),
    };

    static string Submission(FactSheet known) =>
        $"Purpose\nTo note what is known about this subject, and to agree what is said if asked: {known.Text(Facts.Topic)}.\n\nBackground\nThe section takes these decisions for the Secretary of State under the Mental Health Act 1983. The private office asked what is known, what can be said and what follows.\n\nFacts and risk\nOur records show no change in the last quarter. The risk is one of delay, not of safety: nobody is moved or released before the evidence is in.\n\nOptions\n1. Say nothing more. It costs nothing, and leaves the question open.\n2. Publish the figures of the year early. It answers the question, and takes two weeks of one officer.\n\nRecommendation\nOption 2. The figures are sound, and silence would be read as delay.\n\nLines to take\nWe do not comment on individual patients. Decisions are taken on the evidence, with the protection of the public in mind.";

    static string Letter(FactSheet known) =>
        $"Dear {known.Text(Facts.Correspondent)}\n\nThank you for your letter. You ask about this subject: {known.Text(Facts.Topic)}.\n\nI cannot confirm whether any person is a patient, or comment on one. The law of mental health is set out in the Mental Health Act 1983. Decisions are taken on the evidence of clinicians, with the safety of the public in mind.\n\nYours sincerely";

    static string Writer(string from, Dice dice) => from switch
    {
        Facts.FromMp => $"{Sentences.Name(dice)} MP",
        Facts.FromSolicitor => $"{dice.Pick(Words.Surnames)} and {dice.Pick(Words.Surnames)}, solicitors",
        "Organisation" => $"{dice.Pick(Words.Towns)} carers’ forum",
        _ => Sentences.Name(dice),
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
