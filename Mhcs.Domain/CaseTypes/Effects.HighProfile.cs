using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    public static readonly Effect MadeHighProfile = new("High profile: decisions are raised, the head of team hears of each, of concerns and of letters", s => s.Patient.HighProfile ? [] : [new FlagSet(s.Today, HighProfile: true)]);

    public static readonly Effect NotHighProfile = new("Not high profile", s => s.Patient.HighProfile ? [new FlagSet(s.Today, HighProfile: false)] : []);
}
