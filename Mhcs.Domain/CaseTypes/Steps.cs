using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Steps that several tables share, so that they read the same everywhere.</summary>
static class Steps
{
    public static readonly Step WriteDraft = Step.Called("Write the draft"), SubmitDraft = Step.Called("Submit the draft for clearance");

    public static readonly Step InterimReport = Step.Called("Record an interim report", Leave.InterimReport);

    public static readonly Step Hold = Step.Called("Put on hold for legal reasons", "hold"), Resume = Step.Called("Take off hold", "resume"),
                                SendBack = Step.Called("Send back for more work", "send-back"), End = Step.Grave("End the case", "end-case"),
                                AgreeVoluntary = Step.Called("Agree a voluntary admission"), UpdateVoluntary = Step.Called("Record the clinician’s update"),
                                ReviewVoluntary = Step.Called("Review the voluntary admission"), EndVoluntary = Step.Called("Record the return to the community"), ConsiderRecall = Step.Called("Consider recall"),
                                ReportDeath = Step.Called("Report a death"), DecideEarly = Step.Grave("Let it be decided before a victim’s time has passed", "decide-early"), VictimsAnswer = Step.Called("Record what the liaison officer answers", "victims-answer"), FlagHighProfile = Step.Called("Flag as possibly high profile");
}
