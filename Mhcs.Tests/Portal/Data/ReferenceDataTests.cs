using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Data;

namespace Mhcs.Tests.Portal.Data;

public sealed class ReferenceDataTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mhcs-reference-");

    public ReferenceDataTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data")))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        Write("bank-holidays.csv", "date,division,name,provenance\n2026-01-01,england-and-wales,New Year's Day,computed\n");
        Write("targets.csv", "rule_id,case_type,amount,unit,label,note\nLV-02,s17_leave,20,working_days,Leave,\"design default, not policy\"\n");
        Write("commencement.csv", "provision,in_force_from,source\nPrisonTransferLimit,2027-10-01,regulations\n");
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    [Fact]
    public void A_term_gets_its_amount_from_the_targets_and_its_dates_from_the_law()
    {
        var data = ReferenceData.Load(_folder.FullName);

        data.Resolve(Terms.UnescortedLeaveDecision).Amount.Should().Be(20);
        data.Resolve(Terms.PrisonTransferStatutoryLimit).InForceFrom.Should().Be(new DateOnly(2027, 10, 1));
        data.Resolve(Terms.ReferDischarged).Awaits.Should().Be(Provision.AutomaticReferences);
        data.Days.EnglandAndWales.Holidays.Values.Should().Equal(new Holiday(new(2026, 1, 1), "england-and-wales", "New Year's Day", "computed"));
    }

    [Theory]
    [InlineData("targets.csv", "rule_id,amount,unit\nLV-02,20,working_days\nXX-99,1,days\n", "targets.csv, line 3: there is no rule XX-99")]
    [InlineData("targets.csv", "rule_id,amount,unit\nREC-01,2,months\n", "targets.csv, line 2: REC-01 is set by law and is no target of ours")]
    [InlineData("targets.csv", "rule_id,amount,unit\nLV-02,20,days\n", "targets.csv, line 2: LV-02 is counted in WorkingDays, not in Days")]
    [InlineData("targets.csv", "rule_id,amount,unit\nLV-02,-1,working_days\n", "targets.csv, line 2: LV-02 has an amount below nought")]
    [InlineData("targets.csv", "rule_id,amount,unit\nLV-02,soon,working_days\n", "targets.csv, line 2:*")]
    [InlineData("bank-holidays.csv", "date,division,name,provenance\n1 January,england-and-wales,New Year's Day,\n", "bank-holidays.csv, line 2:*")]
    [InlineData("bank-holidays.csv", "date,name\n2026-01-01,New Year's Day\n", "bank-holidays.csv, line 2:*division*")]
    [InlineData("commencement.csv", "provision,in_force_from,source\nNominatedPerson,2027-01-01,\n", "commencement.csv, line 2:*")]
    public void A_mistake_in_a_file_is_named_by_file_and_line(string name, string text, string message)
    {
        Write(name, text);

        var loading = () => ReferenceData.Load(_folder.FullName);

        loading.Should().Throw<InvalidDataException>().WithMessage(message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
