using System.Runtime.InteropServices;

namespace CustomerValue.Customers.Summing;

/// <summary>A line on its way through the sort: 16 bytes, its customer and day packed into one key.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineEntry
{
    public long Amount;

    /// <summary>The customer within the bucket in the high bits, the day since the earliest day in the low ones.</summary>
    public uint Key;

    /// <summary>The order's number, or −1.</summary>
    public int Order;
}
