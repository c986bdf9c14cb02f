namespace CustomerValue.Loyalty.Tiers;

/// <summary>Which level an amount reaches.</summary>
internal static class TierLevels
{
    /// <summary>Refuses levels that do not rise from 0.</summary>
    public static void Check(TierScheme scheme)
    {
        if (scheme.Levels.Count == 0 || scheme.Levels[0].From != 0)
            throw new ArgumentException("Tiers need a lowest level that begins at 0.", nameof(scheme));
        for (int i = 1; i < scheme.Levels.Count; i++)
        {
            if (scheme.Levels[i].From <= scheme.Levels[i - 1].From)
                throw new ArgumentException($"The level {scheme.Levels[i].Id} has to begin above the level {scheme.Levels[i - 1].Id}.", nameof(scheme));
        }
    }

    /// <summary>The highest level that begins at or below the amount; the lowest for what lies below 0.</summary>
    public static int Reached(TierScheme scheme, decimal amount)
    {
        int rank = scheme.Levels.Count - 1;
        while (rank > 0 && scheme.Levels[rank].From > amount)
            rank--;
        return rank;
    }

    /// <summary>The highest level that the amount of all time gives for life; the lowest where there is none.</summary>
    public static int ReachedForLife(TierScheme scheme, decimal ever)
    {
        int rank = scheme.Levels.Count - 1;
        while (rank > 0 && !(scheme.Levels[rank].LifetimeFrom <= ever))
            rank--;
        return rank;
    }

    /// <summary>The place of a level.</summary>
    public static int RankOf(TierScheme scheme, string level)
    {
        for (int i = 0; i < scheme.Levels.Count; i++)
        {
            if (scheme.Levels[i].Id == level)
                return i;
        }

        throw new ArgumentException($"There is no tier '{level}'.", nameof(level));
    }
}
