using System.Runtime.InteropServices;

namespace CustomerValue.Customers.Habits;

/// <summary>One line with keys as numbers; −1 where a key or the time is unknown, <see cref="PurchaseBatch.UnknownCost"/> where a discount or quantity is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HabitLine(int Customer, int Day, int Time, int Order, int Category, int Channel, long Amount, long Discount, long Quantity);
