using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>What an evaluation writes down for itself; kept with the list of awards, so that the next one allocates nothing.</summary>
internal sealed class Scratch
{
    private int[] stamps = [];
    private int stamp;

    /// <summary>Whether each of the trigger's rules pays.</summary>
    public bool[] Pays { get; private set; } = [];

    /// <summary>What each of the trigger's rules would pay by itself, in points; only of those that are compared.</summary>
    public decimal[] Worths { get; private set; } = [];

    /// <summary>The winner of each group, or −1.</summary>
    public int[] Winners { get; private set; } = [];

    /// <summary>Groups still to be settled.</summary>
    public bool[] IsOpen { get; private set; } = [];

    public long[] Amounts { get; private set; } = [];

    public long[] Quantities { get; private set; } = [];

    /// <summary>Places of the base awards, or of awards under a cap.</summary>
    public int[] Chosen { get; private set; } = [];

    public int ChosenCount { get; set; }

    /// <summary>What each of the chosen gets of a cap that is shared out.</summary>
    public long[] Paid { get; private set; } = [];

    /// <summary>What multipliers work on, by wallet.</summary>
    public Ratio[] Running { get; private set; } = [];

    public Ratio[] Parts { get; private set; } = [];

    public Ratio[] PartsOfBase { get; private set; } = [];

    public void Begin(CompiledProgram program, Trigger trigger)
    {
        stamp++;
        if (Pays.Length < trigger.Rules.Length)
        {
            Pays = new bool[trigger.Rules.Length];
            Worths = new decimal[trigger.Rules.Length];
        }
        if (Winners.Length < trigger.Groups.Length)
        {
            Winners = new int[trigger.Groups.Length];
            IsOpen = new bool[trigger.Groups.Length];
        }
        if (stamps.Length < program.Filters.Length)
        {
            stamps = new int[program.Filters.Length];
            Amounts = new long[stamps.Length];
            Quantities = new long[stamps.Length];
        }
        if (Running.Length < program.Wallets.Count)
            Running = new Ratio[program.Wallets.Count];
        ChosenCount = 0;
    }

    /// <summary>Adds a place to those chosen.</summary>
    public void Choose(int place)
    {
        if (ChosenCount == Chosen.Length)
        {
            int[] more = new int[Math.Max(8, 2 * ChosenCount)];
            Array.Copy(Chosen, more, ChosenCount);
            Chosen = more;
            Paid = new long[more.Length];
        }
        Chosen[ChosenCount++] = place;
    }

    /// <summary>Sums the lines that fit a filter, once for each evaluation.</summary>
    public void Sum(CompiledProgram program, int filter, OrderFacts order)
    {
        if (stamps[filter] == stamp)
            return;
        stamps[filter] = stamp;
        long amount = 0;
        long quantity = 0;
        LineFilter lines = program.Filters[filter];
        for (int at = 0; at < order.Lines.Length; at++)
        {
            if (lines.Test(order.Lines[at]) != Truth.True)
                continue;
            amount += order.Amounts[at];
            quantity += order.Quantities[at];
        }
        Amounts[filter] = amount;
        Quantities[filter] = quantity;
    }

    /// <summary>Room for the parts of so many lines.</summary>
    public void Room(int lines)
    {
        if (Parts.Length >= lines)
            return;
        Parts = new Ratio[lines];
        PartsOfBase = new Ratio[lines];
    }
}
