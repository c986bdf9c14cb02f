namespace CustomerValue.Customers.Habits;

/// <summary>The sums of a builder: totals a customer, the first moment of each order, and amounts by category and channel. Its room grows with customers, orders and pairs, not with lines.</summary>
internal sealed class HabitStore
{
    /// <summary>Bits that hold the seconds of a day, so that a moment is one number; an unknown time comes after all known ones of its day.</summary>
    public const int MomentBits = 17;
    public const int UnknownTime = 86_400;

    /// <summary>Days counted from here are above 0, so that a day without order becomes a number below 0, which no order has.</summary>
    private const int BeforeAllDays = 5_000_000;

    private static readonly HabitTotals[] Nothing = new HabitTotals[1];

    private HabitTotals[] totals = new HabitTotals[16];

    /// <summary>Lines that were counted.</summary>
    public long Lines { get; private set; }

    /// <summary>The earliest moment of each order of a customer; lines of a day without order are one.</summary>
    public PairMap Orders { get; } = new();

    public PairMap Categories { get; } = new();

    public PairMap Channels { get; } = new();

    /// <summary>The totals of a customer; nothing for one of whom no line was seen.</summary>
    public ref readonly HabitTotals this[int customer]
    {
        get
        {
            if (customer < totals.Length)
                return ref totals[customer];
            return ref Nothing[0];
        }
    }

    public void Add(in HabitLine line)
    {
        At(line.Customer).Add(line);
        Lines++;
        if (line.Amount < 0)
            return;
        AddOrder(line.Customer, line.Order >= 0 ? line.Order : -(line.Day + BeforeAllDays), ((long)line.Day << MomentBits) + (line.Time < 0 ? UnknownTime : line.Time));
        if (line.Category >= 0)
            Add(Categories, line.Customer, line.Category, line.Amount);
        if (line.Channel >= 0)
            Add(Channels, line.Customer, line.Channel, line.Amount);
    }

    /// <summary>Adds all sums of another store, whose numbers the maps turn into this one's.</summary>
    public void Add(HabitStore other, int[] customers, int[] orders, int[] categories, int[] channels)
    {
        for (int customer = 0; customer < customers.Length; customer++)
            At(customers[customer]).Add(other[customer]);
        Lines += other.Lines;
        other.Orders.Visit((customer, order, moment) => AddOrder(customers[customer], order >= 0 ? orders[order] : order, moment));
        other.Categories.Visit((customer, category, amount) => Add(Categories, customers[customer], categories[category], amount));
        other.Channels.Visit((customer, channel, amount) => Add(Channels, customers[customer], channels[channel], amount));
    }

    private void AddOrder(int customer, int order, long moment)
    {
        ref long first = ref Orders.Of(customer, order, long.MaxValue);
        first = Math.Min(first, moment);
    }

    /// <summary>Where this overflows the customer's total does too, and that is refused.</summary>
    private static void Add(PairMap amounts, int customer, int other, long amount)
    {
        ref long sum = ref amounts.Of(customer, other, 0);
        sum = unchecked(sum + amount);
    }

    private ref HabitTotals At(int customer)
    {
        if (customer >= totals.Length)
            Array.Resize(ref totals, Math.Max(customer + 1, 2 * totals.Length));
        return ref totals[customer];
    }
}
