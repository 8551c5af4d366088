Buffer.from('x')
