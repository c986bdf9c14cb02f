using CustomerValue.Customers.Summing;

namespace CustomerValue.Customers.Habits;

/// <summary>What a customer's lines come to, in millionths. Sums of parts add up to the sum of the whole, in any order.</summary>
internal struct HabitTotals
{
    public ExactSum Bought;
    public ExactSum Returned;
    public ExactSum Discount;
    public ExactSum BoughtWithKnownDiscount;
    public ExactSum Quantity;
    public long Lines;
    public long Returns;
    public long LinesWithDiscount;
    public long LinesWithQuantity;

    public readonly bool Overflowed => Bought.Overflowed || Returned.Overflowed || Discount.Overflowed || Quantity.Overflowed;

    public void Add(in HabitLine line)
    {
        if (line.Amount < 0)
        {
            Returned.Add(line.Amount);
            Returns++;
            return;
        }

        Bought.Add(line.Amount);
        Lines++;
        if (line.Discount != PurchaseBatch.UnknownCost)
        {
            Discount.Add(line.Discount);
            BoughtWithKnownDiscount.Add(line.Amount);
            LinesWithDiscount++;
        }

        if (line.Quantity != PurchaseBatch.UnknownCost)
        {
            Quantity.Add(line.Quantity);
            LinesWithQuantity++;
        }
    }

    public void Add(in HabitTotals other)
    {
        Bought.Add(other.Bought);
        Returned.Add(other.Returned);
        Discount.Add(other.Discount);
        BoughtWithKnownDiscount.Add(other.BoughtWithKnownDiscount);
        Quantity.Add(other.Quantity);
        Lines += other.Lines;
        Returns += other.Returns;
        LinesWithDiscount += other.LinesWithDiscount;
        LinesWithQuantity += other.LinesWithQuantity;
    }
}
