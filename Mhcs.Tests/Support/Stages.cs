using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Tests.Support;

/// <summary>The straight way to where a test begins.</summary>
static class Stages
{
    extension(PlayedCase played)
    {
        public PlayedCase AwaitingDecision() => (played.File.TypeKey switch
        {
            "recall" => played.Assigned().Through("assess-the-concern", "consider-recall", "recommend-recall"),
            "prison-transfer" => played.Assigned().Through("ask-for-medical-reports", "record-the-first-report", "record-the-second-report", "record-the-bed", "begin-the-assessment", "recommend"),
            "leave" => played.Assigned().Through("accept-as-complete", "recommend"),
            "hospital-transfer" => played.Assigned().Through("accept-as-complete", "recommend"),
            "remission" => played.Assigned().Through("check-the-form", "accept-for-assessment", "recommend"),
            _ => played.Assigned().Through("accept-an-application", "recommend-on-discharge"),
        }).DaysLater(1);

        public PlayedCase WarrantSigned() => played.File.TypeKey switch
        {
            "recall" => played.AwaitingDecision().Through("approve-recall", "sign-the-recall-warrant"),
            "prison-transfer" => played.AwaitingDecision().Through("approve-the-transfer", "sign-the-warrant"),
            _ => played.AwaitingDecision().Through("approve-the-remission", "sign-the-remission-warrant"),
        };

        public PlayedCase Returned(DateTimeOffset? at = null) => played.WarrantSigned().Take("confirm-the-return", (Facts.ReturnedAt, A.Text(at ?? played.Now)));

        public PlayedCase Referred() => played.Returned().Through("refer-to-tribunal");

        /// <summary>A recall with its statement written, to be endorsed and sent by somebody else.</summary>
        public PlayedCase StatementWritten() => played.Through("receive-the-hospitals-papers", "prepare-the-case-summary", "write-the-statement");

        public PlayedCase OnTrialLeave() => played.AwaitingDecision().Through("grant-trial-leave", "record-the-start-of-trial-leave");

        public PlayedCase Supervised(params (Fact, string?)[] answers) => played.Assigned().Take("record-the-discharge", answers).Through("begin-supervision");

        public PlayedCase AwaitingConditionsDecision() => played.Supervised().Through("ask-for-a-change-of-conditions", "recommend-on-conditions");

        public PlayedCase ToEndorse() => played.Assigned().Through(played.File.Facts.Text(Facts.TribunalRoute)!.StartsWith("Our", StringComparison.Ordinal) ? "refer-to-tribunal" : "ask-for-the-reports", "prepare-the-case-summary", played.Patient.Category.IsConditionallyDischarged ? "receive-the-supervisors-reports" : "receive-the-hospitals-papers", "write-the-statement");

        /// <summary>With the statement sent and a hearing in six weeks.</summary>
        public PlayedCase Listed() => played.ToEndorse().TakeAs(A.Person(Grade.Caseworker, 21), "endorse-the-statement").Through("send-our-statement")
            .Take("record-the-hearing-date", (Facts.HearingOn, A.Text(played.Today.AddDays(42))));

        public PlayedCase Heard() => played.Listed().On(played.Today.AddDays(42)).Through("record-that-the-case-was-heard");

        /// <summary>A death confirmed and recorded.</summary>
        public PlayedCase Recorded() => played.Assigned().Through("confirm-the-death", "record-the-death");

        public PlayedCase Through(params string[] steps) => steps.Aggregate(played, (on, step) => on.Take(step));
    }
}
