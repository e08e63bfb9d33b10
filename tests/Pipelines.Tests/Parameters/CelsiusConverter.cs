using System.ComponentModel;
using System.Globalization;

namespace Pipelines.Tests.Parameters;

public sealed class CelsiusConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        new Celsius(double.Parse(((string)value).TrimEnd('C'), CultureInfo.InvariantCulture));
}
