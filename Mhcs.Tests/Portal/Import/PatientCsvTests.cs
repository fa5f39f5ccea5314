using System.Text;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Tests.Portal.Import;

public class PatientCsvTests
{
    const string Header = "number,surname,forenames,born_on,category,category_since,hospital,admitted_on";
    const string Good = "P-20417,Applecross,Perrin,1984-05-09,S37_41,2012-11-14,Northmere Hospital,2019-03-02";
    static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void A_plain_file_is_read()
    {
        var read = Read($"{Header}\n{Good}\n");

        read.Errors.Should().BeEmpty();
        read.Rows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 2, Number = "P-20417", Category = LegalCategory.S37_41, AdmittedOn = new DateOnly(2019, 3, 2) });
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("sep=,\r\n")]
    [InlineData("\n\n")]
    public void What_stands_before_the_header_does_no_harm(string before)
    {
        var read = Read($"{before}{Header}\r\n{Good}\r\n");

        read.Errors.Should().BeEmpty();
        read.Rows.Should().ContainSingle();
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Excel_may_separate_as_its_country_does(char separator)
    {
        var read = Read($"{Header}\r\n{Good}\r\n".Replace(',', separator));

        read.Errors.Should().BeEmpty();
        read.Rows.Should().ContainSingle();
    }

    [Fact]
    public void Excels_dates_blanks_and_empty_columns_at_the_right_are_understood()
    {
        var read = Read($"{Header},,\r\n P-20417 , Applecross ,Perrin,09/05/1984,s37_41,14/11/2012,Northmere Hospital,02/03/2019,,\r\n,,,,,,,,,\r\n");

        read.Errors.Should().BeEmpty();
        read.Rows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Surname = "Applecross", BornOn = new DateOnly(1984, 5, 9), Since = new DateOnly(2012, 11, 14) });
    }

    [Fact]
    public void A_quoted_cell_holds_commas_quotes_and_line_breaks_and_the_next_row_keeps_its_line()
    {
        var read = Read("number,surname,forenames,born_on,category,category_since,residence,conditions\n"
            + "P-20417,Applecross,Perrin,1984-05-09,CD,2022-10-03,\"4 \"\"Old\"\" Court, Harrowfield\",\"Residence: Live there\r\nTreatment: Take medicine, as directed\"\n"
            + "P-20418,Brambleton,Odo,not a day,CD,2022-10-03,5 Quill Court,\n");

        read.Rows.Should().ContainSingle().Which.Conditions.Should().Equal(new ConditionText("Residence", "Live there"), new ConditionText("Treatment", "Take medicine, as directed"));
        read.Rows[0].Residence.Should().Be("4 \"Old\" Court, Harrowfield");
        read.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 4, Column = "born_on", Code = "invalid" });
    }

    [Theory]
    [InlineData("number,surname,forenames,born_on,category", "category_since")]
    [InlineData($"{Header},hospitl", "hospitl")]
    [InlineData($"{Header},surname", "surname")]
    public void A_header_that_is_wrong_is_refused_with_the_column(string header, string column)
    {
        var read = Read($"{header}\n{Good}\n");

        read.Rows.Should().BeEmpty();
        read.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 1, Column = column, Code = "header" });
    }

    [Theory]
    [InlineData("P-20417", "20417", "number")]
    [InlineData("P-20417", "", "number")]
    [InlineData("Applecross", "", "surname")]
    [InlineData("Applecross", "=HYPERLINK(A1)", "surname")]
    [InlineData("Applecross", "@SUM(A1)", "surname")]
    [InlineData("Perrin", "Per\u202Erin", "forenames")]
    [InlineData("1984-05-09", "1984-02-30", "born_on")]
    [InlineData("1984-05-09", "2027-01-01", "born_on")]
    [InlineData("S37_41", "S99", "category")]
    [InlineData("2012-11-14", "1980-01-01", "category_since")]
    [InlineData("Northmere Hospital", "", "hospital")]
    [InlineData("2019-03-02", "", "admitted_on")]
    public void A_cell_that_is_wrong_is_refused_with_its_line_column_and_mend(string good, string bad, string column)
    {
        var read = Read($"{Header}\n{Good.Replace(good, bad, StringComparison.Ordinal)}\n");

        read.Rows.Should().BeEmpty();
        var error = read.Errors.Should().ContainSingle(e => e.Column == column).Subject;
        error.Row.Should().Be(2);
        error.Message.Should().Contain($"“{column}”").And.EndWith(".");
    }

    [Fact]
    public void The_same_patient_twice_is_refused_with_the_line_of_the_first()
    {
        var read = Read($"{Header}\n{Good}\n{Good}\n");

        read.Rows.Should().ContainSingle();
        read.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 3, Code = "duplicate" });
        read.Errors[0].Message.Should().Contain("line 2");
    }

    [Theory]
    [InlineData($"{Header}\nP-20417,\"Applecross,Perrin\n", 2)]
    [InlineData($"{Header}\n{Good}\nP-20418,\"Apple\"cross,Perrin\n", 3)]
    [InlineData($"{Header}\n{Good},one,two\n", 2)]
    public void Broken_quotes_and_too_many_cells_are_faults_of_their_row(string text, int line)
    {
        var read = Read(text);

        read.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = line, Code = "row" });
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_in_another_encoding_is_refused_with_the_way_to_save_it(string encoding)
    {
        var e = Encoding.GetEncoding(encoding);

        var read = PatientCsv.Read([.. e.GetPreamble(), .. e.GetBytes($"{Header}\n{Good}\n")], Today);

        read.Errors.Should().ContainSingle().Which.Message.Should().Contain("UTF-16").And.Contain("CSV UTF-8");
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 })]
    [InlineData(new byte[] { 0x61, 0, 0x62, 0 })]
    [InlineData(new byte[] { 0x61, 0xE9, 0x62 })]
    public void What_is_no_text_is_refused_as_a_file(byte[] bytes)
    {
        var read = PatientCsv.Read(bytes, Today);

        read.Errors.Should().ContainSingle().Which.Code.Should().Be("file");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData(Header)]
    [InlineData(",,,")]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    public void Nothing_at_all_is_said_to_be_nothing(string text)
    {
        var read = Read(text);

        read.Rows.Should().BeEmpty();
        read.Errors.Should().NotBeEmpty();
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_split()
    {
        var read = PatientCsv.Read(new byte[CsvText.SizeLimit + 1], Today);

        read.Errors.Should().ContainSingle().Which.Message.Should().Contain("larger than");
    }

    [Fact]
    public void What_belongs_to_another_category_is_refused()
    {
        var read = Read($"{Header},section48_kind,release_date\n{Good},A,2030-01-01\n");

        read.Errors.Select(e => e.Column).Should().BeEquivalentTo("section48_kind", "release_date");
    }

    static ReadFile<PatientRow> Read(string text) => PatientCsv.Read(Encoding.UTF8.GetBytes(text), Today);
}
