using System.Globalization;

namespace CustomerValue.Customers;

/// <summary>An exact amount in a currency. The default value is zero of no currency. Mixing currencies is an error.</summary>
public readonly record struct Money
{
    /// <summary>Makes an amount.</summary>
    public Money(decimal amount, Currency currency)
    {
        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount, in major units (yuan, dollars); negative for refunds.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Common(left, right));

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Common(left, right));

    /// <summary>The amount with the other sign.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>The sum of two amounts of one currency.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The difference of two amounts of one currency.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>The amount with the other sign.</summary>
    public static Money Negate(Money money) => -money;

    /// <summary>Amount and code, such as <c>12.50 CNY</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Amount, Currency);

    private static Currency Common(Money left, Money right) => left.Currency == right.Currency
        ? left.Currency
        : throw new InvalidOperationException($"{left} and {right} have different currencies; convert one of them first.");
}
