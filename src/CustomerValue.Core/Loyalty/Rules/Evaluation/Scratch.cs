using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>What an evaluation writes down for itself; kept with the list of awards, so that the next one allocates nothing.</summary>
internal sealed class Scratch
{
    private FittingLines[] fitting = [];
    private int stamp;
    private CompiledProgram? program;

    /// <summary>Whether each of the trigger's rules pays, while groups are settled.</summary>
    public bool[] Pays { get; private set; } = [];

    /// <summary>Places of the rules that fire.</summary>
    public int[] Fired { get; private set; } = [];

    public int FiredCount { get; private set; }

    /// <summary>How many of them are of a group.</summary>
    public int GroupedCount { get; private set; }

    /// <summary>Whether one of them has a limit.</summary>
    public bool HasLimit { get; private set; }

    /// <summary>The place of the first multiplier among the awards; past them all where there is none.</summary>
    public int FirstBonus { get; set; }

    /// <summary>What each of the trigger's rules would pay by itself, in points; only of those that are compared.</summary>
    public decimal[] Worths { get; private set; } = [];

    /// <summary>The winner of each group, or −1.</summary>
    public int[] Winners { get; private set; } = [];

    /// <summary>Groups still to be settled.</summary>
    public bool[] IsOpen { get; private set; } = [];

    /// <summary>Places of the base awards, or of awards under a cap.</summary>
    public int[] Chosen { get; private set; } = [];

    public int ChosenCount { get; set; }

    /// <summary>What each of the chosen gets of a cap that is shared out.</summary>
    public long[] Paid { get; private set; } = [];

    /// <summary>What multipliers work on, by wallet.</summary>
    public Ratio[] Running { get; private set; } = [];

    public Ratio[] Parts { get; private set; } = [];

    public Ratio[] PartsOfBase { get; private set; } = [];

    public void Begin(CompiledProgram of)
    {
        if (!ReferenceEquals(of, program))
            MakeRoom(of);
        stamp++;
        FiredCount = 0;
        GroupedCount = 0;
        HasLimit = false;
    }

    /// <summary>Opens the books on which groups are settled.</summary>
    public void OpenPays()
    {
        Array.Clear(Pays, 0, Pays.Length);
        for (int at = 0; at < FiredCount; at++)
            Pays[Fired[at]] = true;
    }

    /// <summary>Forgets the rules that lost.</summary>
    public void ClosePays()
    {
        int kept = 0;
        for (int at = 0; at < FiredCount; at++)
        {
            if (Pays[Fired[at]])
                Fired[kept++] = Fired[at];
        }
        FiredCount = kept;
    }

    /// <summary>Notes a rule that fires.</summary>
    public void Fire(int place, CompiledRule rule)
    {
        Fired[FiredCount++] = place;
        GroupedCount += rule.IsGrouped ? 1 : 0;
        HasLimit |= rule.Limit is not null;
    }

    /// <summary>Adds a place to those chosen.</summary>
    public void Choose(int place)
    {
        if (ChosenCount == Chosen.Length)
            MakeRoom();
        Chosen[ChosenCount++] = place;
    }

    /// <summary>Looks for the lines that fit a filter, once for each evaluation.</summary>
    public ref readonly FittingLines Fitting(CompiledProgram program, int filter, OrderFacts order)
    {
        ref FittingLines found = ref fitting[filter];
        if (found.Stamp != stamp)
            Find(program.Filters[filter], order, ref found);
        return ref found;
    }

    private void Find(LineFilter filter, OrderFacts order, ref FittingLines found)
    {
        found = new FittingLines { Stamp = stamp };
        for (int at = 0; at < order.Lines.Length; at++)
        {
            if (filter.Test(order.Lines[at]) != Truth.True)
                continue;
            found.Lines++;
            found.Amount += order.Amounts[at];
            found.Quantity += order.Quantities[at];
        }
    }

    /// <summary>Room for the parts of so many lines.</summary>
    public void Room(int lines)
    {
        if (Parts.Length >= lines)
            return;
        Parts = new Ratio[lines];
        PartsOfBase = new Ratio[lines];
    }

    private void MakeRoom()
    {
        int[] more = new int[Math.Max(8, 2 * ChosenCount)];
        Array.Copy(Chosen, more, ChosenCount);
        Chosen = more;
        Paid = new long[more.Length];
    }

    private void MakeRoom(CompiledProgram of)
    {
        program = of;
        if (Pays.Length < of.Compiled.Length)
        {
            Pays = new bool[of.Compiled.Length];
            Fired = new int[Pays.Length];
            Worths = new decimal[Pays.Length];
        }
        if (Winners.Length < of.Program.Groups.Count)
        {
            Winners = new int[of.Program.Groups.Count];
            IsOpen = new bool[Winners.Length];
        }
        if (fitting.Length < of.Filters.Length)
            fitting = new FittingLines[of.Filters.Length];
        if (Running.Length < of.WalletCount)
            Running = new Ratio[of.WalletCount];
    }
}
