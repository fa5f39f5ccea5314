namespace Mhcs.Domain.Deadlines;

/// <summary>What makes a deadline bind, strongest first. Only a target may be paused, and only a tribunal rule rolls forward.</summary>
public enum Binding { Statute, TribunalRule, Code, CourtProtocol, Target }

public static class BindingWords
{
    extension(Binding binding)
    {
        /// <summary>The words people read beside a deadline.</summary>
        public string Label => binding switch
        {
            Binding.Statute => "Statute",
            Binding.TribunalRule => "Tribunal rule",
            Binding.Code => "Code of practice",
            Binding.CourtProtocol => "Court protocol",
            _ => "Our target"
        };
    }
}
