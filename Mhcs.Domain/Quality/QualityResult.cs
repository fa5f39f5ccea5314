namespace Mhcs.Domain.Quality;

/// <summary>What an assessment comes to.</summary>
public enum QualityResult { Meets, Minor, Major, Critical }

/// <summary>A fault so grave that it decides the result, whatever the scores.</summary>
public enum CriticalFail { WrongPower, MissedStatutoryDate, WrongRecipient }

public static class QualityWords
{
    extension(QualityResult result)
    {
        public string Label => result switch
        {
            QualityResult.Meets => "Meets the standard",
            QualityResult.Minor => "Minor faults",
            QualityResult.Major => "Major faults",
            _ => "Critical fail",
        };
    }
}

public static class CriticalFailWords
{
    extension(CriticalFail fail)
    {
        public string Label => fail switch
        {
            CriticalFail.WrongPower => "Wrong power used",
            CriticalFail.MissedStatutoryDate => "Statutory date missed",
            _ => "Sent to the wrong recipient",
        };
    }
}
