namespace CustomerValue.Customers.Summing;

/// <summary>A sum of millionths that overflows, or doesn't, whatever the order of what is added: gains and losses are kept apart. The default value is 0.</summary>
internal struct ExactSum
{
    private long gains;
    private long losses;

    /// <summary>Whether the gains or the losses alone were more than a long holds.</summary>
    public bool Overflowed { get; private set; }

    public readonly long Value => gains + losses;

    /// <summary>Adds a number above <see cref="long.MinValue"/>.</summary>
    public void Add(long value)
    {
        if (value >= 0)
            Overflowed |= (gains = unchecked(gains + value)) < 0;
        else
            Overflowed |= (losses = unchecked(losses + value)) >= 0;
    }

    /// <summary>Adds another sum; it overflows where adding everything one by one would.</summary>
    public void Add(in ExactSum other)
    {
        Add(other.gains);
        if (other.losses != 0)
            Add(other.losses);
        Overflowed |= other.Overflowed;
    }
}
