using Mhcs.Domain.Correspondence;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.Correspondence;

public sealed class HouseStyleTests
{
    [Theory]
    [InlineData("Thank you for your letter.", "salutation")]
    [InlineData("Dear Ms Hale\n\nPlease find attached our guidance.", "please find attached")]
    [InlineData("Dear Ms Hale\n\nWe will write prior to the hearing.", "prior to")]
    [InlineData("Dear Ms Hale\n\nThank you!", "exclamation")]
    [InlineData("Dear Ms Hale\n\n[Say which option, and why.]", "still to be written: “[Say which option, and why.]”")]
    [InlineData("Dear Ms Hale\n\nThe RC has written to us.", "“RC”")]
    [InlineData("Dear Ms Hale\n\nMr Brambleton is in hospital.", "names the patient")]
    [InlineData("Dear Ms Hale\n\nIt is P-20417 that you ask about.", "names the patient")]
    [InlineData("Dear Ms Hale\n\nWe know that this has taken a long time and that you have waited for it and we are sorry that it has and we will make sure that the next letter comes sooner than this one did.", "words")]
    public void Each_finding_names_what_was_found(string text, string named) =>
        HouseStyle.Check(text, isLetter: true, A.Patient(LegalCategory.S37_41)).Should().ContainSingle().Which.What.Should().Contain(named);

    [Theory]
    [InlineData("Dear Ms Hale\n\nThe responsible clinician (RC) has written. The RC agrees.\n\nYours sincerely")]
    [InlineData("Dear Ms Hale\n\nThe Brambletons’ wood is open to all.")]
    public void A_plain_letter_has_none(string text) => HouseStyle.Check(text, isLetter: true, A.Patient(LegalCategory.S37_41)).Should().BeEmpty();

    [Fact]
    public void What_is_no_letter_needs_no_salutation() => HouseStyle.Check("The figures are published each year.", isLetter: false, null).Should().BeEmpty();

    [Theory]
    [InlineData("Delay of transfers from prison", "the delay of transfers from prisons", true)]
    [InlineData("Delay of transfers from prison", "Delay of prison transfers", true)]
    [InlineData("Delay of transfers from prison", "Leave in the community", false)]
    public void Topics_are_alike_by_the_words_that_matter(string one, string other, bool alike) => Likeness.AreAlike(one, other).Should().Be(alike);
}
