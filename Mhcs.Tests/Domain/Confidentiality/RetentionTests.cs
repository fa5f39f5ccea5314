using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.Confidentiality;

public sealed class RetentionTests
{
    static readonly Occasion Deputy = On(A.DeputyHead), Clerk = On(A.Administrator);

    readonly Patient _old = Former(new(2005, 3, 1));

    [Fact]
    public void A_record_is_looked_at_when_its_period_has_run_and_not_before()
    {
        Retention.ReviewFrom(KeptRecord.Of(_old), null, A.Reference.Book).Should().Be(new DateOnly(2025, 3, 1));
        Retention.ReviewFrom(KeptRecord.Of(A.Patient(LegalCategory.S37_41)), null, A.Reference.Book).Should().BeNull("the patient is restricted");
        var early = () => Retention.Review(KeptRecord.Of(Former(new(2020, 3, 1))), null, [], RetentionDecision.MarkForDisposal, null, "Nothing in it", Deputy);

        early.Should().Throw<RuleBroken>().WithMessage("*is kept until Thursday 1 March 2040*");
    }

    [Fact]
    public void A_held_record_is_kept_and_nothing_else()
    {
        var hold = RetentionHold.Place(_old.Number, HoldGround.Inquest, "Inquest at Larkhill, asked by the coroner", Clerk);
        var disposal = () => Retention.Review(KeptRecord.Of(_old), null, [hold], RetentionDecision.MarkForDisposal, null, "Nothing in it", Deputy);

        disposal.Should().Throw<RuleBroken>().WithMessage("*held (inquest: Inquest at Larkhill*");
        Retention.Review(KeptRecord.Of(_old), null, [hold], RetentionDecision.Keep, new(2030, 1, 1), "Wait for the inquest", Deputy).LookAgainOn.Should().Be(new DateOnly(2030, 1, 1));
        hold.Lift("The inquest is over", Deputy);
        Retention.Review(KeptRecord.Of(_old), null, [hold], RetentionDecision.MarkForDisposal, null, "Nothing in it", Deputy).Decision.Should().Be(RetentionDecision.MarkForDisposal);
    }

    [Fact]
    public void Below_a_deputy_head_nobody_reviews_a_record_or_lifts_a_hold()
    {
        var hold = RetentionHold.Place(_old.Number, HoldGround.Litigation, "Claim of 2024", Clerk);
        var review = () => Retention.Review(KeptRecord.Of(_old), null, [], RetentionDecision.Keep, new(2030, 1, 1), "For now", On(A.TeamManager));
        var lift = () => hold.Lift("Settled", On(A.TeamManager));

        review.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        lift.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        hold.Holds.Should().BeTrue();
    }

    [Fact]
    public void A_record_that_is_kept_is_looked_at_again_on_a_day_ahead()
    {
        var today = () => Retention.Review(KeptRecord.Of(_old), null, [], RetentionDecision.Keep, Deputy.Today, "For now", Deputy);
        today.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == "again");

        var kept = Retention.Review(KeptRecord.Of(_old), null, [], RetentionDecision.Keep, new(2030, 1, 1), "For now", Deputy);

        Retention.ReviewFrom(KeptRecord.Of(_old), kept, A.Reference.Book).Should().Be(new DateOnly(2030, 1, 1));
    }

    [Fact]
    public void A_hold_says_what_for_and_who_asked()
    {
        var place = () => RetentionHold.Place(_old.Number, null, " ", Clerk);

        place.Should().Throw<RuleBroken>().Which.Reasons.Select(r => r.Field).Should().Equal("ground", "why");
    }

    static Occasion On(Person person) => new(Actor.Of(person, A.Reference.Matrix), A.Monday, A.Reference.Book);

    static Patient Former(DateOnly since)
    {
        var patient = A.Patient(LegalCategory.S37_41, new(1995, 1, 2));
        patient.Apply(new LegalStatusBegan(LegalCategory.NotRestricted, since));
        return patient;
    }
}
